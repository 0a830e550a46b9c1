"""Oneself, one's tokens, openings, applications and tracked interviews: nobody else's business, whoever they are."""

TABLE = """
                                                                     anonymous stranger+editor+root+candidate owner member+lead+interviewer+declined+observer+recruiter
GET    /api/v1/me/                                  me:read           200  200  200  200
PATCH  /api/v1/me/                                  me:write          401  200  200  200
POST   /api/v1/demo/erase/                          me:write          401  403  403  403
GET    /api/v1/tokens/                              tokens:read       401  200  200  200
POST   /api/v1/tokens/                              tokens:write      401  201  201  201
GET    /api/v1/tokens/{id}/                         tokens:read       401  404  200  404
DELETE /api/v1/tokens/{id}/                         tokens:write      401  404  204  404
GET    /api/v1/colleagues/                          interviews:read   401  403  200  200

GET    /api/v1/openings/                            openings:read     401  200  200  200
POST   /api/v1/openings/                            openings:write    401  201  201  201
GET    /api/v1/openings/{id}/                       openings:read     401  404  200  404
PATCH  /api/v1/openings/{id}/                       openings:write    401  404  200  404
DELETE /api/v1/openings/{id}/                       openings:write    401  404  409  404
DELETE /api/v1/openings/{id}/@unused                openings:write    401  404  204  404
GET    /api/v1/applications/                        openings:read     401  200  200  200
POST   /api/v1/applications/                        openings:write    401  400  201  400
GET    /api/v1/applications/{id}/                   openings:read     401  404  200  404
PATCH  /api/v1/applications/{id}/                   openings:write    401  404  200  404
DELETE /api/v1/applications/{id}/                   openings:write    401  404  204  404
POST   /api/v1/applications/{id}/move/              openings:write    401  404  200  404

GET    /api/v1/interviews/                          interviews:read   401  200  200  200
POST   /api/v1/interviews/                          interviews:write  401  201  201  201
POST   /api/v1/interviews/@mine                     interviews:write  401  400  201  400
GET    /api/v1/interviews/{id}/@tracked             interviews:read   401  404  200  404
PATCH  /api/v1/interviews/{id}/@tracked             interviews:write  401  404  200  404
DELETE /api/v1/interviews/{id}/@tracked             interviews:write  401  404  204  404
POST   /api/v1/interviews/{id}/reschedule/@tracked  interviews:write  401  404  200  404
POST   /api/v1/interviews/{id}/cancel/@tracked      interviews:write  401  404  200  404
POST   /api/v1/interviews/{id}/complete/@tracked    interviews:write  401  404  200  404
POST   /api/v1/interviews/{id}/no-show/@tracked     interviews:write  401  404  200  404
POST   /api/v1/interviews/{id}/start/@tracked       interviews:write  401  404  409  404
POST   /api/v1/interviews/{id}/finish/@tracked      interviews:write  401  404  409  404
GET    /api/v1/interviews/{interview}/retrospective/@tracked  interviews:read   401  404  200  404
POST   /api/v1/interviews/{interview}/retrospective/@tracked  interviews:write  401  404  409  404
POST   /api/v1/interviews/{interview}/retrospective/@passed   interviews:write  401  404  201  404
PATCH  /api/v1/interviews/{interview}/retrospective/@tracked  interviews:write  401  404  200  404
DELETE /api/v1/interviews/{interview}/retrospective/@tracked  interviews:write  401  404  204  404
"""
