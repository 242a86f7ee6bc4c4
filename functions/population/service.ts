import contract from '../../contracts/population.ts';
import { defineService } from '../_kit/implement.ts';
import { describe } from './description.ts';
import { lgspSoap, lgspWrapped, token } from './lgsp.ts';
import { soap } from './soap.ts';
import { words } from './words.ts';
import { dongThap, lookupAsJson, openCps } from './wrappers.ts';

export default defineService(
  contract,
  {
    lookup: soap('TraCuuThongTinCongDan'),
    verify: soap('XacThucThongTinCongDan'),
    relatives: soap('XacMinhThongTinNhanThan'),
    wsdlOfLookup: describe('TraCuuThongTinCongDan'),
    wsdlOfVerify: describe('XacThucThongTinCongDan'),
    wsdlOfRelatives: describe('XacMinhThongTinNhanThan'),
    lgspToken: token,
    lgspSoap,
    lgspWrapped,
    lookupAsJson,
    openCps,
    dongThap,
  },
  words,
);
