import type { CommandGroup } from './command.ts'

/** The manual page `twosource(1)`, in roff (man(7)), from the commands and their options. It has no date, so that builds are alike. */
export function manualPage(groups: readonly CommandGroup[], version: string): string {
  const sections = groups.map(({ title, commands }) =>
    [
      `.SS ${inRoff(title)}`,
      ...commands.flatMap(({ name, usage, summary, details, options = {} }) => [
        '.TP',
        `.B ${inRoff(`${name} ${usage}`.trim())}`,
        inRoff(`${summary}.${details === undefined ? '' : ` ${details}`}`),
        ...(Object.keys(options).length === 0 ? [] : ['.RS']),
        ...Object.entries(options).flatMap(([option, each]) => [
          '.TP',
          `.B ${inRoff(`--${option}${each.type === 'string' ? ` ${each.takes}` : ''}`)}`,
          inRoff(each.means),
        ]),
        ...(Object.keys(options).length === 0 ? [] : ['.RE']),
      ]),
    ].join('\n'),
  )
  return `.TH TWOSOURCE 1 "" "Twosource ${inRoff(version)}" "User Commands"
.SH NAME
twosource \\- a self\\-hosted news reader that shows every story once, with every source
.SH SYNOPSIS
.B twosource
.RI [ command ]
.RI [ options ]
.SH COMMANDS
Without a command,
.B serve
starts the reader. Each command takes
.B \\-\\-help
and
.BR \\-\\-json .
${sections.join('\n')}
.SH ENVIRONMENT
Settings are variables that begin with TWOSOURCE_; docs/guide/settings.md lists them.
.SH "EXIT STATUS"
0 when all went well, 1 when something failed, 2 when a command was called the wrong way, 3 when something asked for doesn’t exist.
`
}

/** Text of a line: hyphens as they are typed, and nothing that begins a request. */
function inRoff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/, '\\&$1')
}
