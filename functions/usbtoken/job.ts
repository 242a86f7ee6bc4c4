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
  | 'busy'
  /** A document could not be fetched, is none that can be signed, is another than was shown, could not be handed in. */
  | 'no-file'
  | 'bad-document'
  | 'changed'
  | 'not-taken';

/** Why a document is not signed after all. Its message is for engineers, in English. */
export class Unable extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, detail: string) {
    super(detail);
    this.trouble = trouble;
  }
}

/** What a plug-in is asked to do with the token. */
export interface Job {
  plugin: PluginName;
  function: string;
  /** Whether it uses the private key. */
  pin: boolean;
  /** The certificate that the page wants; absent: the person chooses. */
  serial?: string;
  /** What is signed; a function fetches it, when a window shows it. @throws Unable */
  documents: readonly DialogueDocument[] | (() => Promise<readonly DialogueDocument[]>);
  /** `shown`: the documents of the window, where there was one. @throws Unable */
  finish(
    certificate: Certificate,
    all: readonly Certificate[],
    shown?: readonly DialogueDocument[],
  ): Answer | Promise<Answer>;
  refuse(trouble: Trouble, detail?: string): Answer;
}

/** In Vietnamese, as the plug-ins show it. */
const wordsOf: Readonly<Record<Trouble, string>> = {
  cancelled: 'Người dùng đã hủy thao tác',
  'not-plugged-in': 'Chưa cắm USB ký số',
  'no-driver': 'Chưa cài driver của USB ký số',
  'no-certificate': 'Không tìm thấy chứng thư số',
  'pin-blocked': 'Mã PIN của USB ký số đã bị khóa',
  'not-valid': 'Chứng thư số đã hết hạn hoặc chưa có hiệu lực',
  'bad-message': 'Dữ liệu đầu vào không hợp lệ',
  'not-emulated': 'Hộp cát HopCat không mô phỏng chức năng này',
  busy: 'Quá nhiều hộp thoại đang chờ, hãy trả lời hoặc hủy bớt',
  'no-file': 'Không tải được tệp cần ký',
  'bad-document': 'Tệp không đúng định dạng hoặc không ký được',
  changed: 'Tệp đã thay đổi so với lúc hiển thị',
  'not-taken': 'Máy chủ không nhận tệp đã ký',
};

/** The same, with what engineers want to know behind it. */
export const wordsWith = (trouble: Trouble, detail?: string): string =>
  detail === undefined ? wordsOf[trouble] : `${wordsOf[trouble]}: ${detail}`;
