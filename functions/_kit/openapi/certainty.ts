import type { Certainty, Text } from '../../../contracts/_contract.ts';

/** What each degree of certainty means, for readers. */
export const certainties: Readonly<Record<Certainty, { name: Text; means: Text }>> = {
  H: {
    name: { vi: 'Chắc chắn', en: 'Sure' },
    means: {
      vi: 'Theo tài liệu chính thức, hoặc hai nguồn độc lập nói như nhau',
      en: 'From an official document, or two independent sources agree',
    },
  },
  M: {
    name: { vi: 'Khá chắc', en: 'Likely' },
    means: { vi: 'Theo một nguồn đáng tin', en: 'From one credible source' },
  },
  L: {
    name: { vi: 'Suy đoán', en: 'Inferred' },
    means: { vi: 'Suy ra từ những gì đã biết', en: 'Inferred from what is known' },
  },
  unverified: {
    name: { vi: 'Chưa kiểm chứng', en: 'Unverified' },
    means: {
      vi: 'Nhiều người biết nhưng chưa ai kiểm chứng',
      en: 'Common knowledge that nobody has checked',
    },
  },
  ours: {
    name: { vi: 'Của HopCat', en: 'HopCat’s own' },
    means: {
      vi: 'Do HopCat thiết kế; hệ thống thật không công bố, hoặc không có phần này',
      en: 'HopCat’s own design; the real system does not publish it, or has no such thing',
    },
  },
  standard: {
    name: { vi: 'Theo chuẩn', en: 'By the standard' },
    means: {
      vi: 'Theo chuẩn công khai; chưa biết hệ thống thật có theo đúng hay không',
      en: 'As a public standard says; whether the real system follows it is not known',
    },
  },
};
