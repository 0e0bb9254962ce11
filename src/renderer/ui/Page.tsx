// One screen: the bar with its title and actions, the content, and the status line with what was done last.
import { Title } from '@mantine/core'
import { createContext, type ReactNode, use } from 'react'
import classes from './Page.module.css'
import { QuietLine } from './QuietLine.tsx'

/** What the frame adds to the right of every bar: the search box. */
export const PageToolsContext = createContext<ReactNode>(null)
/** What the frame adds to the end of every status line: the way to the history. */
export const PageStatusContext = createContext<ReactNode>(null)

interface PageProps {
  readonly title: string
  /** What leads back up, before the title, which is then written small: the record's head says it large. */
  readonly lead?: ReactNode
  /** View tabs, filters and the search of a list, after the title. */
  readonly tools?: ReactNode
  /** The one primary button, and a menu of the rest. */
  readonly actions?: ReactNode
  /** The left of the status line: counts and sums. */
  readonly status?: ReactNode
  /** `plain` scrolls and pads; `fill` leaves both to the content (lists, boards). */
  readonly layout?: 'plain' | 'fill'
  readonly children: ReactNode
}

export function Page({ title, lead, tools, actions, status, layout = 'plain', children }: PageProps) {
  const frameTools = use(PageToolsContext)

  return (
    <main className={classes['page']}>
      <div className={classes['bar']}>
        {lead}
        <Title order={1} className={classes['title'] ?? ''} data-under={lead ? true : undefined}>
          {title}
        </Title>
        <div className={classes['tools']}>{tools}</div>
        {frameTools}
        {actions}
      </div>
      <div className={classes['content']} data-layout={layout}>
        {children}
      </div>
      <footer className={classes['status']}>
        <span className={classes['figures']}>{status}</span>
        <QuietLine />
        {use(PageStatusContext)}
      </footer>
    </main>
  )
}
