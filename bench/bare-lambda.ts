import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { SignJWT } from 'jose';

/** The least that a Lambda with the same three libraries would be: what HopCat's handlers are weighed against. */
const table = new DynamoDBClient({});
const app = new Hono();

app.get('/:id', async (c) => {
  const key = { pk: { S: c.req.param('id') } };
  const { Item } = await table.send(new GetItemCommand({ TableName: process.env.TABLE_NAME, Key: key }));
  const secret = new TextEncoder().encode(Item?.secret?.S);
  return c.json({ token: await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(secret) });
});

export const handler = handle(app);
