import type { Answers } from './answers.ts'

/** The last part of a callback address that is known, with this topic. */
export const hubToken = 'h'.repeat(43)
export const hubTopic = 'https://outlet.example/feed'

/** What callbacks ask, as one hub finds it; what it sent is noted. */
export function exampleWebsub(changes: unknown[]) {
  return {
    find_hub: async ({ token }) => (token === hubToken ? 'open' : undefined),
    confirm_hub: async ({ token, topic }) => (token === hubToken && topic === hubTopic ? true : undefined),
    async deny_hub(input) {
      if (input.token !== hubToken) return undefined
      changes.push(['denyHub', input])
      return true
    },
    async take_hub_push(input) {
      if (input.token !== hubToken) return undefined
      changes.push(['takeHubPush', { ...input, body: input.body.length }])
      return 'kept'
    },
  } satisfies Answers
}

/** A hub that tells of a feed. */
export const hub = { host: 'hub.example', until: '2026-03-26T21:05:00Z', pushedAt: '2026-03-17T08:12:00Z' }
