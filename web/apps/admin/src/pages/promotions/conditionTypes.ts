export interface ConditionType {
  type: string;
  label: string;
  group: 'What is bought' | 'Who buys';
}

/** Every condition a promotion may have, in the order the menu shows them. */
export const conditionTypes: ConditionType[] = [
  { type: 'minSubtotal', label: 'Order worth at least', group: 'What is bought' },
  { type: 'minQuantity', label: 'Units in all, at least', group: 'What is bought' },
  { type: 'minLineQuantity', label: 'Units of one product, at least', group: 'What is bought' },
  { type: 'products', label: 'These products', group: 'What is bought' },
  { type: 'categories', label: 'These categories', group: 'What is bought' },
  { type: 'brands', label: 'These brands', group: 'What is bought' },
  { type: 'tags', label: 'These tags', group: 'What is bought' },
  { type: 'vendors', label: 'These vendors', group: 'What is bought' },
  { type: 'customerGroup', label: 'Customers in a group', group: 'Who buys' },
  { type: 'firstOrder', label: 'First order', group: 'Who buys' },
  { type: 'country', label: 'Delivered to', group: 'Who buys' },
  { type: 'paymentMethod', label: 'Paid by', group: 'Who buys' },
];

export const labelOf = (type: string) => conditionTypes.find((known) => known.type === type)?.label ?? type;

/** These also decide which lines a benefit touches. */
export const restricting = ['products', 'categories', 'brands', 'tags', 'vendors'];
