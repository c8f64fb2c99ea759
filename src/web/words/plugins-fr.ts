import type { PluginWords } from './plugins-en.ts'

export const pluginsFr: PluginWords = {
  title: 'Trouvé par des extensions',
  note: 'Des programmes ajoutés par le propriétaire de ce serveur ont trouvé ces passages. Twosource n’a pas vérifié ce qu’ils en disent.',
}
