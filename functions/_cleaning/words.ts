const yes = /^(1|x|true|yes|y|linked|có|co|rồi|roi|đã.*|da .*|✓|✔)$/i;

export const isLinked = (cell: string): boolean => cell !== '' && yes.test(cell.trim().normalize('NFC'));

export const female = /^(nữ|nu|female|f|gái)$/i;
export const male = /^(nam|male|m|trai)$/i;
