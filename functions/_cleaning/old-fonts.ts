/** TCVN 5712:1993 VN3, which the ABC fonts (.VnTime) show: lower case, and the capitals that have no tone. */
const tcvn3Letters =
  'µà ¶ả ·ã ¸á ¹ạ ¨ă »ằ ¼ẳ ½ẵ ¾ắ Æặ ©â Çầ Èẩ Éẫ Êấ Ëậ ®đ Ìè Îẻ Ïẽ Ðé Ñẹ ªê Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ ' +
  '«ô åồ æổ çỗ èố éộ ¬ơ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ \u00adư õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ ¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ';

const tcvn3 = new Map(
  tcvn3Letters.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1).normalize('NFC')] as const),
);

/** Text as it looks where the ABC fonts are missing; undefined: it has a letter that is none of theirs. */
export function fromTcvn3(text: string): string | undefined {
  let read = '';
  for (const sign of text) {
    const letter = sign < '\u0080' || sign === '\u00a0' ? sign : tcvn3.get(sign);
    if (letter === undefined) return undefined;
    read += letter;
  }
  return read;
}

/** Marks that VNI writes behind a vowel, as combining ones. */
const behind: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0323\u0302',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0323\u0306',
};

/** Letters of its own. */
const vniLetters = new Map(
  'ñđ ÑĐ ôơ ÔƠ öư ÖƯ íí ÍÍ ìì ÌÌ æỉ ÆỈ óĩ ÓĨ òị ÒỊ îỵ ÎỴ'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1).normalize('NFC')] as const),
);

/** Text in VNI as it looks where its fonts are missing; undefined: it has a sign that VNI has not. */
export function fromVni(text: string): string | undefined {
  let read = '';
  for (const sign of text) {
    const letter = sign < '\u0080' || sign === '\u00a0' ? sign : vniLetters.get(sign);
    const mark = behind[sign.toLowerCase()];
    if (letter !== undefined) read += letter;
    else if (mark !== undefined && /[aeouyơư]$/i.test(read)) read += mark;
    else return undefined;
  }
  return read.normalize('NFC');
}
