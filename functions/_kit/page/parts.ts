export {
  type ButtonProps,
  button,
  countdown,
  details,
  type FieldProps,
  field,
  form,
  heading,
  hiddenFields,
  type LinkProps,
  link,
  type NoticeProps,
  notice,
  type Post,
} from './controls.ts';
export { dateAndTime, json, keyValue, type Row, type TableProps, table, timeOfDay } from './data.ts';
export { type FaultPageProps, faultPage } from './fault.ts';
