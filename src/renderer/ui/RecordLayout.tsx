// A record at any width. Wide: properties on the left, tabs in the middle, what matters on the right. Less wide: what matters stands below
// the properties. As a panel beside a list: one column, the properties being its first tab.
import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useAddress } from './use-address.ts'
import { useWidth } from './use-width.ts'
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

const ONE_COLUMN = 760
const THREE_COLUMNS = 1060

export function RecordLayout({ head, properties, tabs, aside }: RecordLayoutProps) {
  const t = useT()
  const { ref, width } = useWidth()
  const isNarrow = width > 0 && width < ONE_COLUMN
  const isWide = width === 0 || width >= THREE_COLUMNS

  if (isNarrow) {
    const details: RecordTab = {
      id: 'details',
      title: t('base.record.details'),
      content: (
        <>
          {aside}
          {properties}
        </>
      ),
    }
    return (
      <div ref={ref} className={classes['record']} data-layout="narrow">
        <div className={classes['head']}>{head}</div>
        <RecordTabs tabs={[details, ...tabs]} />
      </div>
    )
  }
  return (
    <div ref={ref} className={classes['record']} data-layout={isWide && aside ? 'wide' : 'medium'}>
      <div className={classes['head']}>{head}</div>
      <div className={classes['properties']}>
        {properties}
        {!isWide && aside}
      </div>
      <RecordTabs tabs={tabs} />
      {isWide && aside && <div className={classes['aside']}>{aside}</div>}
    </div>
  )
}

function RecordTabs({ tabs }: { readonly tabs: readonly RecordTab[] }) {
  const address = useAddress()
  const wanted = address.get('tab')
  const current = tabs.find(({ id }) => id === wanted)?.id ?? tabs[0]?.id ?? null

  return (
    <Tabs
      className={classes['tabs'] ?? ''}
      value={current}
      keepMounted={false}
      onChange={(id) => address.set(id === null ? {} : { tab: id })}
    >
      <Tabs.List>
        {tabs.map(({ id, title, count }) => (
          <Tabs.Tab key={id} value={id}>
            {title} {count ? <span className={classes['count']}>{count}</span> : null}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, content }) => (
        <Tabs.Panel key={id} value={id} className={classes['panel'] ?? ''} data-scroller>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
