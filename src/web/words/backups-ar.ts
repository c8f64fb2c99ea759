import type { BackupWords } from './backups-en.ts'

export const backupsAr: BackupWords = {
  byItself: 'صُنعت تلقائيًا',
  schedule: (hours, kept) =>
    `تُصنع نسخة تلقائيًا ${hours === 24 ? 'كل يوم' : hours === 1 ? 'كل ساعة' : `كلما مضى هذا العدد من الساعات: ${hours}`} وتُقرأ من جديد حتى آخر صفحة، ويُحفظ منها أحدثها (العدد: ${kept}). أما ما تطلبه أنت فيبقى حتى تحذفه.`,
  noSchedule: 'لا تُصنع نسخة تلقائيًا: قيمة TWOSOURCE_BACKUP_HOURS هي 0.',
}
