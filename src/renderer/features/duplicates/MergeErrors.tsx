// Why the records could not be merged: by field where a rule of the office speaks against a value.
import { errorText, issueText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Alert, Text } from '@mantine/core'
import type { AppError } from '#shared/base/app-error.ts'
import type { MergePreview } from '#shared/merges/merge.ts'
import { fieldName } from './merge-values.ts'

export function MergeErrors({ error, preview }: { readonly error: AppError; readonly preview: MergePreview }) {
  const t = useT()
  const issues = error.details.issues ?? []
  const nameOf = (path: string): string => {
    const key = path.replace(/^custom\./u, '')
    const field = preview.fields.find((one) => one.field === key)
    return field ? fieldName(t, preview.recordType, field) : t.known(`field.${key}`, 'field.other')
  }
  return (
    <Alert color="red" variant="light" radius={0} role="alert">
      <Text>{issues.length === 0 ? errorText(t, error).text : t('merges.refused')}</Text>
      {issues.map((issue) => (
        <Text key={issue.field}>{t('merges.line', { field: nameOf(issue.field), value: issueText(t, issue) })}</Text>
      ))}
    </Alert>
  )
}
