import type { SectionNames } from './section-names-en.ts'

export const sectionNamesAr: SectionNames = {
  World: 'العالم',
  Politics: 'السياسة',
  Business: 'الاقتصاد',
  Science: 'العلوم',
  Health: 'الصحة',
  Sport: 'الرياضة',
  Culture: 'الثقافة',
  Technology: 'التكنولوجيا',
  Local: 'محليات',
  Climate: 'المناخ',
}
