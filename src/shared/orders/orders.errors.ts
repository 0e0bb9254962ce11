// What can go wrong with products and orders.
import { catalogue } from '#shared/base/messages.ts'

export const ordersErrors = catalogue(
  {
    'products.gone': 'This product is no longer there. It may have been removed, or its creation undone.',
    'products.archived': 'This product is archived. Restore it first, then change it.',
    'orders.gone': 'This order is no longer there. It may have been removed, or its creation undone.',
    'orders.archived': 'This order is archived. Restore it first, then change it.',
    'orders.lineGone': 'This line is no longer in the order.',
    'validation.line_nameless': 'Choose a product, or say in words what was sold.',
    'validation.not_decimal': 'Write a number, such as 1250.5.',
    'validation.too_fine': 'At most {digits, number} digits behind the decimal mark.',
    'validation.line_too_much': 'Quantity times price is more than can be counted exactly (900 billion). Check both.',
  },
  {
    'products.gone': '该产品已不存在，可能已被移除，或其新建操作已撤销。',
    'products.archived': '该产品已归档，请先恢复再修改。',
    'orders.gone': '该订单已不存在，可能已被移除，或其新建操作已撤销。',
    'orders.archived': '该订单已归档，请先恢复再修改。',
    'orders.lineGone': '该明细行已不在订单中。',
    'validation.line_nameless': '请选择产品，或写明所售内容。',
    'validation.not_decimal': '请填写数字，例如 1250.5。',
    'validation.too_fine': '小数点后最多 {digits, number} 位。',
    'validation.line_too_much': '数量乘单价超过可精确计算的范围（9000 亿），请核对数量与单价。',
  },
)
