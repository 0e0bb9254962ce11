// The record beside the list, with its place among the rows.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import type { ListQuestion } from '#shared/lists/list-question.ts'
import { SplitPanel } from './SplitPanel.tsx'

interface PeekedRecordProps {
  readonly question: ListQuestion
  /** `null` while no row is there to be shown. */
  readonly id: string | null
  readonly renderPanel: (id: string) => ReactNode
  readonly onStep: (step: 1 | -1) => void
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

export function PeekedRecord({ question, id, renderPanel, onStep, onOpen, onClose }: PeekedRecordProps) {
  const neighbours = useQuery({
    ...useApi().lists.neighbours({ ...question, id: id ?? '' }),
    enabled: id !== null,
    placeholderData: keepPreviousData,
  })
  return (
    <SplitPanel
      place={neighbours.data?.place ?? null}
      count={neighbours.data?.count ?? 0}
      onStep={onStep}
      onOpen={() => id !== null && onOpen(id)}
      onClose={onClose}
    >
      {id !== null && renderPanel(id)}
    </SplitPanel>
  )
}
