import type { Text } from '../../contracts/_contract.ts';
import { type SampleName, samples } from '../../contracts/_pki/samples.ts';
import type { ReasonCode } from '../../contracts/_sign/verdict.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

/** In which order samples are shown, and under which heading. */
const titles = {
  valid: say('Hợp lệ', 'Valid'),
  certificate: say('Chứng thư số của người ký', "The signer's certificate"),
  changed: say('Bị sửa sau khi ký', 'Changed after signing'),
  stamp: say('Dấu thời gian', 'The time stamp'),
  hash: say('Dùng SHA-1', 'Over SHA-1'),
  form: say('Chưa ký, hoặc không đọc được', 'Not signed, or unreadable'),
} as const;

type GroupName = keyof typeof titles;

/** What a reason is about. */
const groups: Readonly<Record<ReasonCode, Exclude<GroupName, 'valid'>>> = {
  unreadable: 'form',
  'not-signed': 'form',
  'content-changed': 'changed',
  'signature-wrong': 'changed',
  'added-after-signing': 'changed',
  revoked: 'certificate',
  suspended: 'certificate',
  expired: 'certificate',
  'not-yet-valid': 'certificate',
  'issuer-unknown': 'certificate',
  'chain-incomplete': 'certificate',
  'wrong-usage': 'certificate',
  'status-unknown': 'certificate',
  'weak-hash': 'hash',
  'time-stamp-wrong': 'stamp',
  'time-stamp-untrusted': 'stamp',
};

function groupOf(name: SampleName): GroupName {
  const [reason] = samples[name].expected.reasons;
  return reason ? groups[reason] : 'valid';
}

/** All samples, by what they show. */
export const sampleGroups: readonly { id: GroupName; title: Text; names: readonly SampleName[] }[] = (
  Object.keys(titles) as GroupName[]
).map((id) => ({
  id,
  title: titles[id],
  names: (Object.keys(samples) as SampleName[]).filter((name) => groupOf(name) === id),
}));
