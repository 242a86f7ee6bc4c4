import type { Text } from '../../../contracts/_contract.ts';
import type { DossierField } from '../../../contracts/_portal/data.ts';
import { DECLARATION, type Node, nodesOf, written } from '../../_soap/write.ts';
import type { Dossier } from './dossier.ts';

/** Of the sandbox's own: no public portal says how its dossiers are written as XML. */
const NAMESPACE = 'urn:hopcat:dossier:1';

const field = ({ name, value, from }: DossierField): Node => ({
  name: 'field',
  attributes: { name, from },
  content: value,
});

/** A dossier for programs, with the names of the API's JSON; what is null there is absent. The same dossier gives the same bytes. */
export function dossierXml(dossier: Dossier, portal: Text): Uint8Array {
  const { fields, content } = dossier;
  const facts = nodesOf({
    portal: portal.vi,
    MaHoSo: dossier.code,
    MaDVC: dossier.service,
    MaTTHCDP: dossier.procedure,
    MaCoQuanThucHien: dossier.agency,
    TechID: dossier.techId ?? undefined,
    SoDinhDanh: dossier.number ?? undefined,
    HoVaTen: dossier.name,
    TaiKhoanDuocXacThucVoiVNeID: String(dossier.byVneid),
    submittedAt: dossier.submittedAt,
    date: dossier.date,
    submittedBy: dossier.applicant,
  });
  const all = [...facts, { name: 'fields', content: fields.map(field) }, { name: 'content', content }];
  const root = { name: 'dossier', attributes: { xmlns: NAMESPACE }, content: all };
  return Buffer.from(`${DECLARATION}${written(root)}\n`);
}
