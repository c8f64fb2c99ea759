import { type Html, html } from './html.ts'

/** A small drawing that explains; its caption says the same in words, so it needs no name of its own. */
export type Drawing = 'independence' | 'citations' | 'differences' | 'confidence' | 'completeness' | 'privacy'

export function drawn(name: Drawing, caption: string): Html {
  return html`<figure class="drawn"><svg viewBox="0 0 320 96" width="320" height="96" aria-hidden="true" focusable="false">${drawings[name]()}</svg>
<figcaption>${caption}</figcaption></figure>`
}

/** A sheet with lines of text: all of them, or the first few. */
function sheet(x: number, y: number, tone: string, lines = 4, total = 4): Html {
  const rows = Array.from({ length: total }, (_, index) => {
    const isThere = index < lines
    return html`<path class="${isThere ? 'ink' : 'gone'}" d="M${x + 5} ${y + 8 + index * 6}h${index === 0 ? 12 : 18}"/>`
  })
  return html`<rect class="sheet ${tone}" x="${x}" y="${y}" width="28" height="34" rx="2"/>${rows}`
}

/** Arrows point from left to right; on a right-to-left page the whole drawing is mirrored. */
function arrow(x: number, y: number, length: number): Html {
  return html`<path class="line" d="M${x} ${y}h${length}m-6 -5l6 5l-6 5"/>`
}

const drawings: Readonly<Record<Drawing, () => Html>> = {
  independence: () => html`${[0, 1, 2, 3, 4].map((index) => sheet(6 + index * 13, 6 + index * 3, 'one'))}
${[0, 1].map((index) => sheet(6 + index * 13, 58 + index * 2, 'two'))}${sheet(76, 58, 'three')}
${arrow(120, 48, 54)}
<rect class="sheet" x="196" y="10" width="104" height="76" rx="3"/><path class="ink" d="M206 24h70M206 32h52"/>
<rect class="own" x="206" y="46" width="84" height="8"/><rect class="two" x="206" y="58" width="36" height="8"/><rect class="three" x="206" y="70" width="20" height="8"/>`,
  citations:
    () => html`<rect class="sheet" x="8" y="18" width="112" height="60" rx="3"/><path class="ink" d="M18 32h88M18 42h70"/><rect class="one" x="18" y="54" width="30" height="12" rx="2"/>
${arrow(56, 60, 120)}
<rect class="sheet" x="196" y="6" width="112" height="84" rx="3"/><path class="ink" d="M206 18h92M206 28h84M206 38h90M206 72h88M206 82h60"/><rect class="mark" x="204" y="46" width="98" height="18"/><path class="ink" d="M206 52h92M206 60h64"/>`,
  differences:
    () => html`<rect class="sheet" x="14" y="10" width="122" height="62" rx="3"/><path class="ink" d="M26 26h96M26 36h84M26 46h60"/><rect class="one" x="26" y="56" width="34" height="8" rx="2"/>
<rect class="sheet" x="184" y="10" width="122" height="62" rx="3"/><path class="ink" d="M196 26h90M196 36h96M196 46h40"/><rect class="two" x="196" y="56" width="34" height="8" rx="2"/>
<path class="line" d="M150 34h20M150 44h20M168 26l-16 26"/><path class="line" d="M75 72v12h170v-12"/>`,
  confidence:
    () => html`${[96, 70, 40].map((share, index) => html`<rect class="track" x="14" y="${14 + index * 26}" width="220" height="12"/><rect class="${share >= 60 ? 'own' : 'gone-fill'}" x="14" y="${14 + index * 26}" width="${share * 2.2}" height="12"/>`)}
<path class="line" d="M146 6v84"/><circle class="own" cx="270" cy="20" r="7"/><circle class="own" cx="270" cy="46" r="7"/><circle class="hollow" cx="270" cy="72" r="7"/>`,
  completeness: () =>
    html`${sheet(30, 14, 'one', 8, 8)}${sheet(110, 14, '', 3, 8)}${sheet(190, 14, '', 1, 8)}<path class="gone" d="M250 22h18"/><rect class="sheet" x="262" y="14" width="28" height="34" rx="2"/><path class="gone" d="M267 22h12"/><path class="ink" d="M267 30h18M267 36h18M267 42h18"/>`,
  privacy:
    () => html`<path class="sheet" d="M130 88v-44l30 -24l30 24v44z"/><rect class="own" x="152" y="62" width="16" height="26"/>
${sheet(14, 30, '')}${sheet(278, 30, '')}<path class="line" d="M122 50h-70m6 -5l-6 5l6 5M198 50h70m-6 -5l6 5l-6 5"/><path class="gone" d="M160 14v-10"/>`,
}
