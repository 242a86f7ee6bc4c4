import type { PluginName } from '../../contracts/_usbtoken/data.ts';
import type { Answer } from '../_kit/answer.ts';
import type { Certificate } from '../_sign/certificate.ts';
import type { DialogueDocument } from './dialogue.ts';

/** Why a plug-in does not do what it is asked. */
export type Trouble =
  | 'cancelled'
  | 'not-plugged-in'
  | 'no-driver'
  | 'no-certificate'
  | 'pin-blocked'
  | 'not-valid'
  | 'bad-message'
  | 'not-emulated'
  | 'busy';

/** What a plug-in is asked to do with the token. */
export interface Job {
  plugin: PluginName;
  function: string;
  /** Whether it uses the private key. */
  pin: boolean;
  /** The certificate that the page wants; absent: the person chooses. */
  serial?: string;
  documents: readonly DialogueDocument[];
  finish(certificate: Certificate, all: readonly Certificate[]): Answer | Promise<Answer>;
  refuse(trouble: Trouble): Answer;
}

/** In Vietnamese, as the plug-ins show it. */
export const wordsOf: Readonly<Record<Trouble, string>> = {
  cancelled: 'Người dùng đã hủy thao tác',
  'not-plugged-in': 'Chưa cắm thiết bị USB token',
  'no-driver': 'Chưa cài driver của thiết bị USB token',
  'no-certificate': 'Không tìm thấy chứng thư số',
  'pin-blocked': 'Mã PIN của thiết bị đã bị khóa',
  'not-valid': 'Chứng thư số đã hết hạn hoặc chưa có hiệu lực',
  'bad-message': 'Dữ liệu đầu vào không hợp lệ',
  'not-emulated': 'Hộp cát HopCat không mô phỏng chức năng này',
  busy: 'Quá nhiều hộp thoại đang chờ, hãy trả lời hoặc hủy bớt',
};
