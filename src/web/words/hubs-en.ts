/** The words about hubs that tell of news. */
export type HubWords = {
  /** Before the name of the hub. */
  readonly toldBy: string
  readonly until: string
  readonly lastTold: string
}

export const hubsEn: HubWords = { toldBy: 'Told by the hub at', until: 'until', lastTold: 'last told' }
