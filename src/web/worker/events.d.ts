// What TypeScript's library of workers lacks: Background Sync, Periodic Background Sync, and what the server puts before the script.

interface ServiceWorkerGlobalScope {
  readonly twosource: { readonly version: string; readonly assets: readonly string[] }
}

interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}

interface ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> }
}

interface ServiceWorkerGlobalScopeEventMap {
  sync: SyncEvent
  periodicsync: SyncEvent
}
