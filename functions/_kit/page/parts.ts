export {
  type ButtonProps,
  button,
  type ChoicesProps,
  choices,
  countdown,
  details,
  type FieldProps,
  field,
  form,
  heading,
  type LinkProps,
  link,
  type NoticeProps,
  notice,
  type Post,
  select,
} from './controls.ts';
export { json, keyValue, type Row, type TableProps, table } from './data.ts';
export { type FaultPageProps, faultPage } from './fault.ts';
