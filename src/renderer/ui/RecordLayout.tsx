// A record's page: head above, properties on the left, tabs in the middle, and what needs attention on the right where there is room.
import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import classes from './RecordLayout.module.css'

/** One tab of a record. Features offer them; the app puts them together. */
export interface RecordTab {
  readonly id: string
  readonly title: string
  readonly count?: number | undefined
  readonly content: ReactNode
}

interface RecordLayoutProps {
  readonly head: ReactNode
  readonly properties: ReactNode
  readonly tabs: readonly RecordTab[]
  readonly aside?: ReactNode
}

export function RecordLayout({ head, properties, tabs, aside }: RecordLayoutProps) {
  const [params, setParams] = useSearchParams()
  const wanted = params.get('tab')
  const current = tabs.find(({ id }) => id === wanted)?.id ?? tabs[0]?.id ?? null

  return (
    <div className={classes['record']} data-aside={aside ? true : undefined}>
      <div className={classes['head']}>{head}</div>
      <div className={classes['properties']}>{properties}</div>
      <Tabs
        className={classes['tabs'] ?? ''}
        value={current}
        keepMounted={false}
        onChange={(id) =>
          setParams(
            (before) => {
              const after = new URLSearchParams(before)
              if (id) after.set('tab', id)
              return after
            },
            { replace: true },
          )
        }
      >
        <Tabs.List>
          {tabs.map(({ id, title, count }) => (
            <Tabs.Tab key={id} value={id}>
              {title}
              {count ? <span className={classes['count']}>{count}</span> : null}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ id, content }) => (
          <Tabs.Panel key={id} value={id} className={classes['panel'] ?? ''}>
            {content}
          </Tabs.Panel>
        ))}
      </Tabs>
      {aside && <div className={classes['aside']}>{aside}</div>}
    </div>
  )
}
