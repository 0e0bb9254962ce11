// What can go wrong with companies and contacts.
import { catalogue } from '#shared/base/messages.ts'

export const customersErrors = catalogue(
  {
    'customers.companyGone': 'This company is no longer there. It may have been removed, or its creation undone.',
    'customers.companyArchived': 'This company is archived. Restore it first, then change it.',
    'customers.contactGone': 'This contact is no longer there. It may have been removed, or its creation undone.',
    'customers.contactArchived': 'This contact is archived. Restore it first, then change it.',
    'customers.linkGone': 'This contact is not linked to that company any more.',
    'validation.parent_circle': 'A company cannot belong to itself, not even by way of another company.',
  },
  {
    'customers.companyGone': '这家公司已不存在，可能已被移除，或其新建操作已撤销。',
    'customers.companyArchived': '这家公司已归档，请先恢复再修改。',
    'customers.contactGone': '该联系人已不存在，可能已被移除，或其新建操作已撤销。',
    'customers.contactArchived': '该联系人已归档，请先恢复再修改。',
    'customers.linkGone': '该联系人与这家公司已没有关联。',
    'validation.parent_circle': '公司不能隶属于自身，经由其他公司也不行。',
  },
)
