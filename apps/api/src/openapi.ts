import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problemResponse, type Settings } from '@app/platform';

type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;

/**
 * The OpenAPI 3.1 document of the whole API. Only the built program can give it in full: the compiler's plugin puts the
 * types and comments into it.
 */
export function openApiDocument(app: INestApplication, settings?: Settings): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('枢纽 Shuniu')
    .setDescription('社会组织登记与枢纽型治理平台 / Registry of social organizations and hub governance')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addCookieAuth('refresh_token', { type: 'apiKey', in: 'cookie' }, 'refresh_token');
  if (settings?.publicUrl) builder.addServer(settings.publicUrl);
  return withTransportErrors(SwaggerModule.createDocument(app, builder.build()));
}

/** What is refused before a route is asked follows from the method and the path alone, so no route has to say it. */
function withTransportErrors(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    const withBody = [item.post, item.put, item.patch, item.delete].filter((operation) => operation !== undefined);
    for (const { responses } of withBody) declare(responses, 413, 415);
    if (path.includes('{'))
      for (const { responses } of [...withBody, ...(item.get ? [item.get] : [])]) declare(responses, 414);
  }
  return document;
}

function declare(responses: OperationObject['responses'], ...statuses: number[]): void {
  for (const status of statuses) responses[status] ??= problemResponse(status);
}

/** Serves Swagger UI at /api/docs and the document at /api/openapi.json. */
export function serveOpenApi(app: INestApplication, settings: Settings): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app, settings), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: '枢纽 Shuniu API',
  });
}
