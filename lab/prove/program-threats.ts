import type { Threat } from './threat.ts'

/** Threats by programs that act for a reader. */
export const programThreats: readonly Threat[] = [
  {
    id: 'assistant',
    who: 'an assistant that follows instructions in outside text',
    what: 'writing in a reader’s name',
    guard: 'outside text is marked `untrusted`; tools that write need a token that may',
    tests: ['test/integration/mcp.test.ts', 'test/integration/mcp-conformance.slow.test.ts'],
    proofs: ['prompt-injection'],
  },
  {
    id: 'false-program',
    who: 'a program or link that asks for access; whoever copies a code or token',
    what: 'a program that the reader didn’t mean to allow; a code or token sent to another site or used elsewhere',
    guard:
      'a page that says where it leads; exact redirects; PKCE; codes and refresh tokens that end everything when used again; tokens for `/mcp` alone',
    tests: [
      'test/integration/oauth.test.ts',
      'test/integration/oauth-conformance.slow.test.ts',
      'src/operations/accounts/program-clients.test.ts',
    ],
    proofs: ['open-redirect', 'cross-site'],
  },
]
