/** Bearer tokens, in the two places where they are documented. */

/** The reference: `Authorization: Bearer $DASHSCOPE_API_KEY`. No page of the service confirms it for EventBridge. */
export function bearerHeaders(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** The control-plane SDK: a header of its own, and `SignatureType` in the query; no `Authorization`. */
export function rpcBearer(token: string): {
  readonly headers: Record<string, string>;
  readonly query: Record<string, string>;
} {
  return { headers: { 'x-acs-bearer-token': token }, query: { SignatureType: 'BEARERTOKEN' } };
}
