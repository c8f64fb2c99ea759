import type { RobotsWords } from './robots-en.ts'

export const robotsAr: RobotsWords = {
  refusesModels:
    'تطلب الصفحة ألا يُعطى نصها لأي نموذج (noai). تُقرأ هنا ويُستشهد بها كغيرها، وتُستثنى مما يكتبه نموذج هذا الخادم أو يترجمه.',
  notTranslated: 'تطلب الصفحة ألا يُعطى نصها لأي نموذج (noai)، فلا تُترجم هنا.',
}
