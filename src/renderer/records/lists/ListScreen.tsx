// The one screen of all lists: views, search and filter above, the rows, the record beside them, and the foot with counts and sums.
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { isComplete } from '#shared/lists/filter.ts'
import type { ListQuestion } from '#shared/lists/list-question.ts'
import { pruned } from './filter-edits.ts'
import { FilterNamesContext } from './filter-names.ts'
import { shownColumns } from './list-columns.ts'
import { ListBar } from './ListBar.tsx'
import { type Exporting, ListBody, type ListCounts } from './ListBody.tsx'
import type { ListScreenProps } from './list-screen.ts'
import { ListStatus } from './ListStatus.tsx'
import { ListViews } from './ListViews.tsx'
import { useListView } from './use-list-view.ts'
import { useListVocabulary } from './use-list-vocabulary.ts'
import { usePeek } from './use-peek.ts'
import { useToday } from './use-today.ts'

export function ListScreen(props: ListScreenProps) {
  const { entity, title, searchLabel, lead, actions, renderPanel, children } = props
  const t = useT()
  const list = useListView(entity)
  const { config, state, text, importId } = list
  const vocabulary = useListVocabulary(entity, config.filter)
  const today = useToday()
  const peek = usePeek()
  const [counts, setCounts] = useState<ListCounts>({ rows: null, selected: 0 })
  const [exporting, setExporting] = useState<Exporting>(null)
  const [folding, setFolding] = useState<{ readonly isOpen: boolean } | null>(null)
  const { fields } = vocabulary
  const shown = useMemo(() => shownColumns(entity, fields ?? [], config.columns), [entity, fields, config.columns])
  const { filter, sort } = config
  const question = useMemo<ListQuestion>(() => {
    const typeOf = (id: string) => fields?.find((field) => field.id === id)?.type
    // What is still being written down is not asked yet.
    const asked = pruned(filter, (condition) => {
      const type = typeOf(condition.field)
      return type === undefined || isComplete(condition, type)
    })
    return { entity, state, text, filter: asked, importId, sort, today }
  }, [entity, state, text, filter, importId, sort, today, fields])
  useShortcuts([{ keys: 'mod+shift+e', label: t('exports.list'), group: 'page', run: () => setExporting('list') }])
  const api = useApi()
  const failed = useQuery(api.lists.fields({ entity }))

  return (
    <FilterNamesContext value={vocabulary.names}>
      <Page
        title={title}
        layout="fill"
        tools={
          <>
            {lead}
            <ListViews list={list} />
          </>
        }
        actions={actions}
        status={
          counts.rows !== null && <ListStatus question={question} count={counts.rows} selected={counts.selected} shown={shown} />
        }
      >
        {failed.isError && <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />}
        {failed.isPending && <Pending />}
        {fields && (
          <>
            <ListBar
              list={list}
              fields={fields}
              vocabulary={vocabulary}
              shown={shown}
              searchLabel={searchLabel}
              panel={renderPanel ? { isOpen: peek.isOpen, toggle: peek.toggle } : null}
              onFoldAll={(isOpen) => setFolding({ isOpen })}
              onExport={() => setExporting('list')}
            />
            <ListBody
              {...props}
              list={list}
              fields={fields}
              vocabulary={vocabulary}
              shown={shown}
              question={question}
              peek={renderPanel ? peek : null}
              onCounts={setCounts}
              folding={folding}
              exporting={exporting}
              onExporting={setExporting}
              label={title}
            />
          </>
        )}
        {children}
      </Page>
    </FilterNamesContext>
  )
}
