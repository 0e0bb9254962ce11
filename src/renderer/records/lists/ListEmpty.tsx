// Why a list is empty, and the way on: exactly the search or condition without which there would be rows, or the first record.
import { Button, Group, Stack } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { isGroup } from '#shared/lists/filter.ts'
import { conditionWords, filterWords, type Speech } from '#shared/lists/filter-words.ts'
import type { ListQuestion } from '#shared/lists/list-question.ts'
import { isPlain, replaceAt } from './filter-edits.ts'
import type { ListViewState } from './use-list-view.ts'

interface ListEmptyProps {
  readonly list: ListViewState
  readonly question: ListQuestion
  readonly speech: Speech
  /** What is said and offered where the view itself holds nothing. */
  readonly renderFirst: (viewId: string) => ReactNode
}

interface WayOut {
  readonly question: ListQuestion
  readonly label: (count: number) => string
  readonly go: () => void
}

export function ListEmpty({ list, question, speech, renderFirst }: ListEmptyProps) {
  const t = useT()
  const api = useApi()
  const ways = useWaysOut(list, question, speech)
  const counts = useQueries({ queries: ways.map((way) => api.lists.count(way.question)) })
  const isViewItself =
    list.text === '' &&
    question.importId === null &&
    question.state === 'active' &&
    JSON.stringify(question.filter) === JSON.stringify(list.view.config.filter)
  if (ways.length === 0 || (isViewItself && list.view.saved === null)) return renderFirst(list.view.id)

  const open = ways.flatMap((way, index) => {
    const count = counts[index]?.data?.count ?? 0
    return count > 0 ? [{ ...way, count }] : []
  })
  const isKnown = counts.every(({ isPending }) => !isPending)
  const text =
    list.text !== ''
      ? t('lists.empty.search', { text: list.text })
      : question.filter.items.length > 0 || question.importId !== null
        ? t('lists.empty.filtered')
        : t('lists.empty.archived')
  return (
    <EmptyState
      text={isKnown && open.length === 0 && ways.length > 1 ? `${text} ${t('lists.empty.together')}` : text}
      action={
        <Stack gap="xs" align="center">
          {open.map((way) => (
            <Button key={way.label(0)} variant="default" onClick={way.go}>
              {way.label(way.count)}
            </Button>
          ))}
          {ways.length > 1 && (
            <Group>
              <Button variant="subtle" onClick={list.clear}>
                {t('lists.empty.clear_all')}
              </Button>
            </Group>
          )}
        </Stack>
      }
    />
  )
}

const useWaysOut = (list: ListViewState, question: ListQuestion, speech: Speech): readonly WayOut[] => {
  const t = useT()
  const { filter } = question
  const conditions =
    filter.items.length === 0
      ? []
      : isPlain(filter)
        ? filter.items.map((item, index) => ({ item, path: [index] }))
        : [{ item: filter, path: [] }]
  return [
    ...(list.text === ''
      ? []
      : [
          {
            question: { ...question, text: '' },
            label: (count: number) => t('lists.empty.without_text', { text: list.text, count }),
            go: () => list.setText(''),
          },
        ]),
    ...(question.importId === null
      ? []
      : [
          {
            question: { ...question, importId: null },
            label: (count: number) => t('lists.empty.without_import', { count }),
            go: list.leaveImport,
          },
        ]),
    ...(question.state === 'active'
      ? []
      : [
          {
            question: { ...question, state: 'active' as const },
            label: (count: number) => t('lists.empty.without_state', { count }),
            go: () => list.setState('active'),
          },
        ]),
    ...conditions.map(({ item, path }) => {
      const left = path.length === 0 ? { join: 'and' as const, not: false, items: [] } : replaceAt(filter, path, null)
      const words = isGroup(item) ? filterWords(item, speech) : conditionWords(item, speech)
      return {
        question: { ...question, filter: left },
        label: (count: number) => t('lists.empty.without_condition', { words, count }),
        go: () => list.change({ filter: left }),
      }
    }),
  ]
}
