import type { ProviderPlugin } from '../../../src/core/plugin.ts'

/**
 * A “model” that writes nothing of its own: it hands back the first two numbered sentences it is given, in the form it is asked for.
 * A real one would ask a program or a server in their place. Set the address `plugin:first-sentences` and any name.
 */
export const plugin: ProviderPlugin = {
  kind: 'provider',
  name: 'first-sentences',
  async complete({ prompt }) {
    const numbered = [...prompt.matchAll(/^(\d+)\. (.+)$/gm)].slice(0, 2)
    const claims = numbered.map(([, number, text = '']) => ({
      text,
      sentences: [Number(number)],
      exact: text.split(' ').slice(0, 25).join(' '),
    }))
    return JSON.stringify({ claims })
  },
}
