// The rows that a bulk change left as they were, each with its reason.
import { Modal, Table } from '@mantine/core'
import { errorText, issueText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { ListChanged, ListRefusal } from '#shared/lists/list-change.ts'

export function RefusedModal({ refused, onClose }: { readonly refused: ListChanged; readonly onClose: () => void }) {
  const t = useT()
  useFocusBack()
  const reason = ({ error: { code, messageKey, params, issues } }: ListRefusal) =>
    issues?.[0] ? issueText(t, issues[0]) : errorText(t, new AppError(code, messageKey, params)).text

  return (
    <Modal
      opened
      size="lg"
      title={t('lists.bulk.refused_title', { count: refused.refused })}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('base.close') }}
    >
      <Table>
        <Table.Tbody>
          {refused.refusals.map((refusal) => (
            <Table.Tr key={refusal.id}>
              <Table.Th scope="row" fw={400}>
                {refusal.title}
              </Table.Th>
              <Table.Td>{reason(refusal)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {refused.refused > refused.refusals.length && (
        <p>{t('lists.bulk.refused_more', { count: refused.refused - refused.refusals.length })}</p>
      )}
    </Modal>
  )
}
