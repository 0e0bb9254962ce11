// Writes a calendar file where the user wants it, and says so in the quiet line.
import type { QueryOf } from '#renderer/api/api.ts'
import { useClient, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { AppError } from '#shared/base/app-error.ts'

interface CalendarFile {
  readonly suggestedName: string
  /** What is written, to the place that was chosen. */
  readonly write: (target: string) => QueryOf<{ count: number }>
}

export const useSaveCalendarFile = (): ((wanted: CalendarFile) => void) => {
  const t = useT()
  const { queryClient, quietLine } = useClient()
  const chooseTarget = useAction(useShell().chooseTarget())

  const save = async ({ suggestedName, write }: CalendarFile) => {
    const target = await chooseTarget.mutateAsync({ kind: 'ics', suggestedName })
    if (target === null) return
    const { count } = await queryClient.fetchQuery({ ...write(target.file), staleTime: 0 })
    quietLine.say(t('calendar.exported', { count, name: target.name }), null)
  }
  return (wanted) =>
    void save(wanted).catch((error: unknown) => {
      // A dialog that could not open has been told in the quiet line by its own action.
      if (error instanceof AppError) quietLine.fail(error)
      else throw error
    })
}
