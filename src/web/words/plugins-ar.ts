import type { PluginWords } from './plugins-en.ts'

export const pluginsAr: PluginWords = {
  title: 'ما وجدته الإضافات',
  note: 'وجدت هذه المقاطعَ برامجُ أضافها مالك هذا الخادم. لم يتحقق Twosource مما تقوله عنها.',
}
