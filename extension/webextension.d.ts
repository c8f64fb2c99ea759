/** What the extension uses of the WebExtension API. */
type WebExtension = {
  readonly action: { openPopup(): Promise<void> }
  readonly contextMenus: {
    create(item: { readonly id: string; readonly title: string; readonly contexts: readonly string[] }): void
    removeAll(): Promise<void>
    readonly onClicked: Heard<[{ readonly menuItemId: unknown; readonly selectionText?: string }, Tab | undefined]>
  }
  readonly i18n: { getMessage(name: string, parts?: readonly string[]): string }
  readonly permissions: {
    contains(asked: Origins): Promise<boolean>
    remove(asked: Origins): Promise<boolean>
    request(asked: Origins): Promise<boolean>
  }
  readonly runtime: {
    getURL(path: string): string
    openOptionsPage(): Promise<void>
    readonly onInstalled: Heard<[]>
  }
  readonly scripting: {
    executeScript(injection: {
      readonly target: { readonly tabId: number }
      readonly func: () => unknown
    }): Promise<readonly { readonly result?: unknown }[]>
  }
  readonly storage: { readonly local: StorageArea; readonly session: StorageArea }
  readonly tabs: {
    create(tab: { readonly url: string }): Promise<Tab>
    query(which: { readonly active: boolean; readonly currentWindow: boolean }): Promise<readonly Tab[]>
  }
}
type Heard<Given extends unknown[]> = { addListener(listener: (...given: Given) => unknown): void }
type Origins = { readonly origins: string[] }
type Tab = { readonly id?: number; readonly url?: string }
type StorageArea = {
  // biome-ignore lint/suspicious/noExplicitAny: what was stored is checked where it is read.
  get(keys: readonly string[]): Promise<Record<string, any>>
  set(values: Readonly<Record<string, unknown>>): Promise<void>
  remove(key: string): Promise<void>
  clear(): Promise<void>
}

declare var browser: WebExtension | undefined
declare var chrome: WebExtension
