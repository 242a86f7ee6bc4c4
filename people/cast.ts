import type { Person } from '../contracts/person.ts';
import { binh, cuong, dung } from './cast/accounts.ts';
import { baoAnh, baoChau, giaHuy, hoai, lai, nhatMinh, quyen, thu } from './cast/civil-status.ts';
import { an, bao, hung, mai } from './cast/family.ts';
import { dat, hanh, hien, my, tien, toan, xuan } from './cast/insurance.ts';
import { diep, hai, long, nam, trang } from './cast/insurance-reduced.ts';
import { giaHan, khoi, son, truong, tuyet } from './cast/insurance-status.ts';
import { lam, phuc, thinh, yen } from './cast/more-sims.ts';
import { huong, huong2, nguyet, phung } from './cast/names.ts';
import { david, hNhi, khanhLinh, sang, sen, socKha, un } from './cast/names-and-origins.ts';
import { quynh, tri } from './cast/organisations.ts';
import { kiet, minjun, sau } from './cast/papers.ts';
import { lien, ngan, nghia } from './cast/portal-accounts.ts';
import { cong, hoa, thom, tuan } from './cast/post.ts';
import { khanh, ngoc } from './cast/roles.ts';
import { duc, loan, nhan, quan, thao, vinh } from './cast/sims.ts';
import { type Directory, directoryLater, directoryOf } from './directory.ts';

/** The named people, the default one first. Newcomers go to the end; nobody is ever renumbered. */
const members: readonly (() => Person)[] = [
  an,
  mai,
  hung,
  bao,
  binh,
  cuong,
  dung,
  phung,
  nguyet,
  huong,
  huong2,
  minjun,
  sau,
  kiet,
  khanh,
  ngoc,
  loan,
  duc,
  thao,
  quan,
  vinh,
  nhan,
  phuc,
  yen,
  thinh,
  lam,
  xuan,
  my,
  hien,
  toan,
  dat,
  hanh,
  tien,
  son,
  truong,
  tuyet,
  nam,
  trang,
  long,
  diep,
  hai,
  giaHan,
  khoi,
  thu,
  hoai,
  nhatMinh,
  baoAnh,
  baoChau,
  quyen,
  lai,
  giaHuy,
  un,
  khanhLinh,
  hNhi,
  sen,
  sang,
  socKha,
  david,
  tuan,
  hoa,
  cong,
  thom,
  nghia,
  lien,
  ngan,
  quynh,
  tri,
];

let made: Directory | undefined;
const directory = (): Directory => {
  made ??= directoryOf(members.map((member) => member()));
  return made;
};

/** The cast, made when the first question is asked. */
export const castDirectory: Directory = directoryLater(directory);
