/** Every refusal code the shop answers. Append-only, like the codes themselves. */
export const errorCodes = [
  'request.invalid',
  'request.tooLarge',
  'request.unsupportedType',
  'request.rateLimited',
  'resource.notFound',
  'server.error',
  'server.unavailable',
  'precondition.failed',
  'idempotency.mismatch',
  'idempotency.missing',
  'auth.invalid_credentials',
  'auth.mfa_required',
  'auth.locked',
  'auth.unauthenticated',
  'auth.forbidden',
  'inventory.insufficient',
  'cart.changed',
  'cart.empty',
  'promotions.not_applicable',
  'payments.declined',
  'orders.not_cancellable',
  'reviews.already_reviewed',
  'reviews.not_purchased',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
