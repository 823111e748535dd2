import type { Bureau } from './registrations.js';

/** Grants a role the way it is done: one administrator proposes, a second confirms. */
export async function grantRole(bureau: Bureau, username: string, role: string, scope?: string): Promise<void> {
  const account = await accountOf(bureau, username);
  const proposed = await bureau.call('administrator', 'post', `/accounts/${account.id}/role-grants`, {
    role,
    scope,
    reason: '试验需要',
  });
  if (proposed.status !== 201) throw new Error(`could not propose: ${JSON.stringify(proposed.body)}`);
  const confirmed = await bureau.call(
    'administrator2',
    'post',
    `/role-grants/${proposed.body.id}/actions/confirm`,
    {},
    { 'if-match': proposed.headers.etag },
  );
  if (confirmed.status !== 200) throw new Error(`could not confirm: ${JSON.stringify(confirmed.body)}`);
}

/** Opens an account as anybody may. */
export async function signUp(bureau: Bureau, username: string, password: string): Promise<string> {
  const answer = await bureau.call(undefined, 'post', '/accounts', { username, displayName: '试验人员', password });
  if (answer.status !== 201) throw new Error(`could not sign up: ${JSON.stringify(answer.body)}`);
  return answer.body.id as string;
}

/** Takes a role away, as an administrator does. */
export async function revokeRole(bureau: Bureau, username: string, role: string, scope: string): Promise<void> {
  const { id } = await accountOf(bureau, username);
  const grants = await bureau.call('administrator', 'get', `/role-grants?accountId=${id}&state=ACTIVE&limit=100`);
  const held = (grants.body.items as { id: string; role: string; scope: string; version: number }[]).find(
    (grant) => grant.role === role && grant.scope === scope,
  );
  const path = `/role-grants/${held?.id}/actions/revoke`;
  const answer = await bureau.call(
    'administrator',
    'post',
    path,
    { reason: '不再担任' },
    { 'if-match': `"${held?.version}"` },
  );
  if (answer.status !== 200) throw new Error(`could not revoke: ${JSON.stringify(answer.body)}`);
}

async function accountOf(bureau: Bureau, username: string): Promise<{ id: string }> {
  const accounts = await bureau.call('administrator', 'get', `/accounts?q=${username}&limit=100`);
  const items = accounts.body.items as { id: string; username: string }[];
  const account = items.find((item) => item.username === username);
  if (!account) throw new Error(`no account ${username}: ${JSON.stringify(accounts.body)}`);
  return account;
}
