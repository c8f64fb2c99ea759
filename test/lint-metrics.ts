/**
 * What is wrong with figures in the text format of Prometheus, as `promtool check metrics` would have it: every line of its form,
 * each figure once with help and type before it, counters ending in `_total`, units in base units at the end, histograms whole.
 */
export function lintMetrics(text: string): readonly string[] {
  const wrong: string[] = []
  const types = new Map<string, string>()
  const helped = new Set<string>()
  const series = new Set<string>()
  let family = ''
  if (text !== '' && !text.endsWith('\n')) wrong.push('the last line does not end')
  for (const line of text.split('\n').slice(0, -1)) {
    const help = /^# HELP ([a-zA-Z_:][\w:]*) (.+)$/.exec(line)
    const type = /^# TYPE ([a-zA-Z_:][\w:]*) (counter|gauge|histogram)$/.exec(line)
    const sample = /^([a-zA-Z_:][\w:]*)(\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*",?)*\})? (\S+)$/.exec(line)
    if (help) {
      if (helped.has(help[1]!)) wrong.push(`${help[1]} stands twice`)
      helped.add(help[1]!)
    } else if (type) {
      family = type[1]!
      if (!helped.has(family)) wrong.push(`${family} has no help`)
      types.set(family, type[2]!)
      wrong.push(...wrongName(family, type[2]!))
    } else if (sample) {
      const [, name = '', labels = '', value = ''] = sample
      const isPart = types.get(family) === 'histogram' ? /_(?:bucket|sum|count)$/.test(name) : name === family
      if (!name.startsWith(family) || !isPart) wrong.push(`${name} stands under ${family}`)
      if (series.has(name + labels)) wrong.push(`${name}${labels} stands twice`)
      series.add(name + labels)
      if (!Number.isFinite(Number(value))) wrong.push(`${name} is ${value}`)
    } else wrong.push(`no line of the format: ${line}`)
  }
  return wrong
}

function wrongName(name: string, type: string): readonly string[] {
  return [
    ...(type === 'counter' && !name.endsWith('_total') ? [`counter ${name} does not end in _total`] : []),
    ...(type !== 'counter' && name.endsWith('_total') ? [`${name} ends in _total and is no counter`] : []),
    ...(/_(?:milliseconds|ms|minutes|kilobytes|megabytes|percent)(?:_|$)/.test(name)
      ? [`${name} is in no base unit`]
      : []),
    ...(/_(?:bucket|sum|count|info)$/.test(name) && name !== 'twosource_build_info'
      ? [`${name} ends as a part does`]
      : []),
    ...(/[A-Z]/.test(name) ? [`${name} has capitals`] : []),
  ]
}
