// The words of an HTML mail. It is walked once from front to back and never drawn, so nothing in it can act or ask for anything.

const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg'])
const BREAKS = new Set([
  'br',
  'p',
  'div',
  'tr',
  'li',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'hr',
  'pre',
])
const APART = new Set(['p', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol'])

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', zwnj: '', shy: '' },
  ...{ copy: '©', reg: '®', trade: '™', hellip: '…', mdash: '—', ndash: '–', bull: '•', middot: '·', euro: '€', pound: '£' },
  ...{ yen: '¥', cent: '¢', sect: '§', para: '¶', deg: '°', times: '×', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
  ...{ laquo: '«', raquo: '»', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é' },
  ...{ egrave: 'è', agrave: 'à', ccedil: 'ç', ntilde: 'ñ', aring: 'å', oslash: 'ø', iacute: 'í', oacute: 'ó', uacute: 'ú' },
}

/** Plain text with a line for each paragraph, row and list item. */
export const htmlToText = (html: string): string => {
  const out: string[] = []
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at)
    if (open === -1) {
      out.push(words(html.slice(at)))
      break
    }
    out.push(words(html.slice(at, open)))
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4)
      continue
    }
    const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9]*)/iu.exec(html.slice(open, open + 24)) ?? []
    // A lone “<” is a sign like any other.
    if (name === '' && !/^<[!?/]/u.test(html.slice(open, open + 2))) {
      out.push('<')
      at = open + 1
      continue
    }
    const tag = name.toLowerCase()
    at = after(html, '>', open)
    if (slash === '' && UNSEEN.has(tag)) at = afterElement(html, tag, at)
    else if (BREAKS.has(tag)) out.push(APART.has(tag) ? '\n\n' : '\n')
    if (slash === '' && tag === 'li') out.push('• ')
    if (slash !== '' && (tag === 'td' || tag === 'th')) out.push('\t')
  }
  return out
    .join('')
    .replace(/ {2,}/gu, ' ')
    .replace(/[ \t]*\n[ \t]*/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

const words = (text: string): string =>
  text.replace(/[ \t\r\n]+/gu, ' ').replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/giu, (whole, name: string) => entity(name) ?? whole)

/** A page with its named characters as themselves; those that would be markup stay as they are. */
export const withoutEntities = (html: string): string =>
  html.replace(/&(?!(?:amp|lt|gt|quot|apos|#\w+);)([a-z]{2,8});/giu, (whole, name: string) => entity(name) ?? whole)

const entity = (name: string): string | undefined => {
  if (!name.startsWith('#')) return named[name] ?? named[name.toLowerCase()]
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : ''
}

const after = (html: string, mark: string, from: number): number => {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}

const afterElement = (html: string, tag: string, from: number): number => {
  const end = new RegExp(`</${tag}\\s*>`, 'giu')
  end.lastIndex = from
  return end.exec(html) ? end.lastIndex : html.length
}
