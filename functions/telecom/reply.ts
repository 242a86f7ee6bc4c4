import type { Text } from '../../contracts/index.ts';
import type { Person, Phone } from '../../contracts/person.ts';
import type { Holder } from './domain.ts';

/** What 1414 has to say. */
export type Reply =
  | { result: 'unknown_syntax' | 'no_data' | 'paper_does_not_match' }
  | { result: 'answered'; holder: Holder; numbers: readonly string[] };

const CARRIERS: Readonly<Record<Phone['carrier'], string>> = {
  viettel: 'Viettel',
  vinaphone: 'VinaPhone',
  mobifone: 'MobiFone',
  vietnamobile: 'Vietnamobile',
  gmobile: 'Gmobile',
  itel: 'Itel',
  wintel: 'Wintel',
};

/** The first and the last three digits. How real answers mask it is not known. */
const maskedPaper = (number: string): string =>
  number.slice(0, 3) + '*'.repeat(number.length - 6) + number.slice(-3);

const birthDay = (birth: Person['birth']): string =>
  'year' in birth ? String(birth.year) : birth.date.split('-').reverse().join('/');

const papers: Readonly<Record<Holder['idType'], Text>> = {
  CCCD12: { vi: 'CCCD', en: 'citizen card' },
  CMND9: { vi: 'CMND 9 số', en: 'old 9-digit card' },
  OTHER: { vi: 'giấy tờ khác', en: 'another paper' },
};

function answered(holder: Holder, numbers: readonly string[]): Text {
  const paper = papers[holder.idType];
  const id = holder.idNumber ? ` ${maskedPaper(holder.idNumber)}` : '';
  const birth = holder.birth && birthDay(holder.birth);
  const list = numbers.join(', ');
  return {
    vi: `Họ tên: ${holder.name.full}. ${birth ? `Ngày sinh: ${birth}. ` : ''}Giấy tờ: ${paper.vi}${id}. Số thuê bao đăng ký cùng giấy tờ: ${list}.`,
    en: `Name: ${holder.name.full}. ${birth ? `Born: ${birth}. ` : ''}Paper: ${paper.en}${id}. Numbers under this paper: ${list}.`,
  };
}

function textOf(carrier: string, said: Reply): Text {
  switch (said.result) {
    case 'answered':
      return answered(said.holder, said.numbers);
    case 'paper_does_not_match':
      return {
        vi: `Số giấy tờ trong tin nhắn không phải là giấy tờ đăng ký thuê bao này. Quý khách vui lòng kiểm tra lại, hoặc tới điểm giao dịch ${carrier}.`,
        en: `The paper in your message is not the one that this number is registered under. Please check it, or visit a ${carrier} shop.`,
      };
    case 'no_data':
      return {
        vi: `Thuê bao này chưa có thông tin được xác thực. Quý khách vui lòng mang giấy tờ tới điểm giao dịch ${carrier} để chuẩn hóa.`,
        en: `Nothing verified is on file for this number. Please bring your paper to a ${carrier} shop.`,
      };
    case 'unknown_syntax':
      return {
        vi: 'Cú pháp chưa đúng. Quý khách soạn TTTB, dấu cách, số giấy tờ (12 hoặc 9 chữ số) rồi gửi 1414, miễn phí.',
        en: 'Not understood. Send TTTB, a space and the number of your paper (12 or 9 digits) to 1414, free of charge.',
      };
  }
}

/** One text message, Vietnamese first. */
export function reply(sim: Phone, said: Reply): string {
  const carrier = CARRIERS[sim.carrier];
  const { vi, en } = textOf(carrier, said);
  return `[${carrier}] ${vi}\n${en}`;
}
