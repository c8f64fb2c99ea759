/** The words of what plugins found. */
export type PluginWords = {
  readonly title: string
  /** Above all that they found. */
  readonly note: string
}

export const pluginsEn: PluginWords = {
  title: 'Found by plugins',
  note: 'Programs that the owner of this server added found these. Twosource has not checked what they say of them.',
}
