/** What a document says exists: paths, scripts of package.json, environment variables. */
export type Citations = { links: string[]; paths: string[]; scripts: string[]; variables: string[] }

const TOP_LEVEL = /^(app|components|lib|db|e2e|public|scripts|docs|\.ci)\//

/** Reads what a Markdown text cites: targets of relative links, and what stands in code. */
export function findCitations(markdown: string): Citations {
  const blocks = [...markdown.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '')
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '')
  const inline = [...prose.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')
  const words = [...blocks, ...inline].flatMap((code) => code.split(/[\s,;()'"=]+/)).filter(Boolean)
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g), ...prose.matchAll(/(?:src|href)="([^"]+)"/g)]
  return {
    links: unique(links.map((match) => (match[1] ?? '').replace(/#.*$/, '')).filter(isRelative)),
    paths: unique(words.filter((word) => TOP_LEVEL.test(word)).map(withoutPattern)),
    scripts: unique([...markdown.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '')),
    variables: unique(words.filter((word) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(word))),
  }
}

const isRelative = (target: string) => target !== '' && !/^[a-z]+:|^\//.test(target)

/** Of a path with a placeholder, the folder before it: `db/queries/<name>.ts` cites db/queries. */
const withoutPattern = (path: string) => path.replace(/[^/]*[*<…[{].*$/, '').replace(/:\d+$|[.:/]+$/, '')

const unique = (words: string[]) => [...new Set(words)]
