import type { WebsubOperations } from '../../src/web/websub-operations.ts'

/** The last part of a callback address that is known, with this topic. */
export const hubToken = 'h'.repeat(43)
export const hubTopic = 'https://outlet.example/feed'

/** What callbacks ask, as one hub finds it; what it sent is noted. */
export function exampleWebsub(changes: unknown[]): WebsubOperations {
  return {
    findHub: async ({ token }) => (token === hubToken ? 'open' : undefined),
    confirmHub: async ({ token, topic }) => (token === hubToken && topic === hubTopic ? true : undefined),
    async denyHub(input) {
      if (input.token !== hubToken) return undefined
      changes.push(['denyHub', input])
      return true
    },
    async takeHubPush(input) {
      if (input.token !== hubToken) return undefined
      changes.push(['takeHubPush', { ...input, body: input.body.length }])
      return 'kept'
    },
  }
}

/** A hub that tells of a feed. */
export const hub = { host: 'hub.example', until: '2026-03-26T21:05:00Z', pushedAt: '2026-03-17T08:12:00Z' }
