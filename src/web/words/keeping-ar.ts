import type { KeepingWords } from './keeping-en.ts'

export const keepingAr: KeepingWords = {
  forGood: 'يُحفظ كل شيء بلا حد.',
  forDays: (days) => `مدة حفظ المواد والمقالات: ${days}. وما علّمه أحد أو استُشهد به يُحفظ بلا حد.`,
  gone: (entries, articles, since, last) =>
    `ما أُزيل حتى الآن: ${entries} و${articles}، منذ ${since}، وآخر مرة في ${last}.`,
}
