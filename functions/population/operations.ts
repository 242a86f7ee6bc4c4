import type * as z from 'zod';
import {
  lookupRequest,
  type PopulationRequest,
  relativesRequest,
  verificationRequest,
} from '../../contracts/_population-requests.ts';

/** Of what the register answers. */
export const ANSWERS = 'http://www.mic.gov.vn/dancu/1.0';

/** One operation of the register, whichever way it is called. */
export interface RegisterOperation {
  /** The last part of its path, and the element of its request. */
  name: OperationName;
  /** Of its request. */
  namespace: string;
  request: z.ZodType<PopulationRequest>;
  /** The element of its answer. */
  answer: 'CongdanCollection' | 'KetQuaXacThuc';
}

export type OperationName = 'TraCuuThongTinCongDan' | 'XacThucThongTinCongDan' | 'XacMinhThongTinNhanThan';

export const operations: Readonly<Record<OperationName, RegisterOperation>> = {
  TraCuuThongTinCongDan: {
    name: 'TraCuuThongTinCongDan',
    namespace: 'http://dancuquocgia.bca',
    request: lookupRequest,
    answer: 'CongdanCollection',
  },
  XacThucThongTinCongDan: {
    name: 'XacThucThongTinCongDan',
    namespace: 'http://dancuquocgia.bca',
    request: verificationRequest,
    answer: 'KetQuaXacThuc',
  },
  XacMinhThongTinNhanThan: {
    name: 'XacMinhThongTinNhanThan',
    namespace: 'http://gtel.vn/qldc',
    request: relativesRequest,
    answer: 'CongdanCollection',
  },
};

export const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name);
