import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../test/e2e/tabs.ts'
import { browserCases } from '../../test/sign-in/browser-cases.ts'
import type { Case } from '../../test/sign-in/case.ts'
import { codeCases } from '../../test/sign-in/code-cases.ts'
import { elsewhereCases } from '../../test/sign-in/elsewhere-cases.ts'
import { startHostileIssuer } from '../../test/sign-in/hostile-issuer.ts'
import { startInstance } from '../../test/sign-in/instance.ts'
import { oidcCases } from '../../test/sign-in/oidc-cases.ts'
import { passkeyCases } from '../../test/sign-in/passkey-cases.ts'
import { trustedHeaderCases } from '../../test/sign-in/trusted-header-cases.ts'
import type { ProofResult } from './proof.ts'

const secret = 'a secret that both of them know, long enough'

/** Tries every way to sign in beside the password, as it should be and as somebody would who should not come in. */
export async function prove(): Promise<ProofResult> {
  const issuer = await startHostileIssuer('twosource', secret)
  const instance = await startInstance((origin) => ({
    TWOSOURCE_BASE_URL: origin,
    TWOSOURCE_OIDC_ISSUER: issuer.issuer,
    TWOSOURCE_OIDC_CLIENT_ID: 'twosource',
    TWOSOURCE_OIDC_CLIENT_SECRET: secret,
  }))
  const browser: Browser = await launchBrowser()
  try {
    const groups: readonly (readonly [string, readonly Case[], least: number])[] = [
      ['passkeys by an authenticator whose every word can be twisted', passkeyCases(() => instance), 13],
      [
        'passkeys by the authenticator of Chromium',
        browserCases(
          () => instance,
          () => browser,
        ),
        5,
      ],
      ['one-time codes and recovery codes', codeCases(() => instance), 10],
      ['answers of a provider that lies', oidcCases, 15],
      ['sign-in by a provider, over the whole product', elsewhereCases(() => ({ instance, issuer })), 10],
      ['names in a header of a proxy', trustedHeaderCases, 20],
    ]
    const checks: ProofResult['checks'][number][] = []
    for (const [what, cases, least] of groups) {
      const findings: string[] = []
      for (const { name, run } of cases)
        await Promise.resolve()
          .then(run)
          .catch((error: unknown) => findings.push(`${name} (${String(error).split('\n')[0]})`))
      checks.push(
        {
          what: `cases run: ${what}`,
          measured: cases.length,
          wanted: `at least ${least}`,
          isMet: cases.length >= least,
        },
        {
          what: `findings: ${what}`,
          measured: findings.length === 0 ? 0 : findings.join('; '),
          wanted: '0',
          isMet: findings.length === 0,
        },
      )
    }
    return { name: 'sign-in', checks }
  } finally {
    await browser.close()
    await instance.close()
    await issuer.close()
  }
}
