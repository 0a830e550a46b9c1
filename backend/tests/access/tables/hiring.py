"""A panel and its table, and a mock interview: who sits there reads, some act, and for others it does not exist.

@hiring an application with a panel, its opening and debrief; @running and @planned are interviews of it; @mock runs,
@alone is a rehearsal to which the candidate listens; @submitted, @draft and @declined are scorecards of the owner, the
interviewer and the one who declined, none of whom may read another's yet.
"""

TABLE = """
                                                  anonymous stranger+editor+root member owner lead interviewer declined observer recruiter candidate
GET    /api/v1/colleagues/{id}/                          interviews:read   401  403  404  200    =    =    =    =    =    .
GET    /api/v1/openings/{id}/@hiring                     openings:read     401  404    .  200    =    =    =    =    .    .
PATCH  /api/v1/openings/{id}/@hiring                     openings:write    401  404    .  200  403  403  403  403    .    .
DELETE /api/v1/openings/{id}/@hiring                     openings:write    401  404    .  409  403  403  403  403    .    .
POST   /api/v1/applications/@hiring                      openings:write    401  403  201  201    =    =    =    =    =    .
GET    /api/v1/applications/{id}/@hiring                 openings:read     401  404    .  200    =    =    =    =    .    .
PATCH  /api/v1/applications/{id}/@hiring                 openings:write    401  404    .  200    =  403  403  403    .    .
DELETE /api/v1/applications/{id}/@hiring                 openings:write    401  404    .  409  403  403  403  403    .    .
POST   /api/v1/applications/{id}/move/@hiring            openings:write    401  404    .  200    =  403  403  403    .    .

POST   /api/v1/interviews/@hiring                        interviews:write  401  400    .  201    =    =    =  403    .    .
POST   /api/v1/interviews/start-now/                     interviews:write  401  201    .  201    =    =    =    =    =    .
POST   /api/v1/interviews/start-now/@hiring              interviews:write  401  403  201  201    =    =    =    =    =    .
GET    /api/v1/interviews/{id}/@running                  interviews:read   401  404    .  200    =    =    =    =    =    .
PATCH  /api/v1/interviews/{id}/@running                  interviews:write  401  404    .  200    =    =    =  403  403    .
DELETE /api/v1/interviews/{id}/@running                  interviews:write  401  404    .  409  403  403  403  403  403    .
DELETE /api/v1/interviews/{id}/@planned                  interviews:write  401  404    .  204  403  403  403  403  403    .
POST   /api/v1/interviews/{id}/reschedule/@planned       interviews:write  401  404    .  200    =    =    =  403  403    .
POST   /api/v1/interviews/{id}/cancel/@planned           interviews:write  401  404    .  200    =    =    =  403  403    .
POST   /api/v1/interviews/{id}/cancel/@running           interviews:write  401  404    .  409    =    =    =  403  403    .
POST   /api/v1/interviews/{id}/complete/@running         interviews:write  401  404    .  409    =    =    =  403  403    .
POST   /api/v1/interviews/{id}/no-show/@planned          interviews:write  401  404    .  200    =    =    =  403  403    .
POST   /api/v1/interviews/{id}/start/@planned            interviews:write  401  404    .  200    =    =    =  403  403    .
POST   /api/v1/interviews/{id}/finish/@running           interviews:write  401  404    .  200    =    =    =  403  403    .
GET    /api/v1/interviews/{interview}/retrospective/@running   interviews:read   401  404  .  404  .  .  .  .  .  .
POST   /api/v1/interviews/{interview}/retrospective/@running   interviews:write  401  404  .  404  .  .  .  .  .  .
PATCH  /api/v1/interviews/{interview}/retrospective/@running   interviews:write  401  404  .  404  .  .  .  .  .  .
DELETE /api/v1/interviews/{interview}/retrospective/@running   interviews:write  401  404  .  404  .  .  .  .  .  .

GET    /api/v1/interview-items/                          interviews:read   401  200    .  200    =    =    =    =    =    =
POST   /api/v1/interview-items/@running                  interviews:write  401  400    .  201    =    =    =  403  403    .
GET    /api/v1/interview-items/{id}/@running             interviews:read   401  404    .  200    =    =    =    =    =    .
PATCH  /api/v1/interview-items/{id}/@running             interviews:write  401  404    .  200    =    =    =  403  403    .
GET    /api/v1/scorecards/                               interviews:read   401  200    .  200    =    =    =    =    =    =
POST   /api/v1/scorecards/@running                       interviews:write  401  400    .  409  201  409  409  403  403    .
GET    /api/v1/scorecards/{id}/@draft                    interviews:read   401  404    .  404    .  200    .    .    .    .
PATCH  /api/v1/scorecards/{id}/@draft                    interviews:write  401  404    .  404    .  200    .    .    .    .
POST   /api/v1/scorecards/{id}/submit/@draft             interviews:write  401  404    .  404    .  200    .    .    .    .
POST   /api/v1/scorecards/{id}/decline/@draft            interviews:write  401  404    .  404    .  200    .    .    .    .
POST   /api/v1/scorecards/{id}/revise/@draft             interviews:write  401  404    .  404    .  409    .    .    .    .
GET    /api/v1/scorecards/{id}/@submitted                interviews:read   401  404    .  200    .    .    .    .    .    .
PATCH  /api/v1/scorecards/{id}/@submitted                interviews:write  401  404    .  409    .    .    .    .    .    .
POST   /api/v1/scorecards/{id}/revise/@submitted         interviews:write  401  404    .  200    .    .    .    .    .    .
POST   /api/v1/scorecards/{id}/submit/@submitted         interviews:write  401  404    .  409    .    .    .    .    .    .
GET    /api/v1/scorecards/{id}/@declined                 interviews:read   401  404    .  404    .    .  200    .    .    .
POST   /api/v1/scorecards/{id}/submit/@declined          interviews:write  401  404    .  404    .    .  409    .    .    .
GET    /api/v1/debriefs/                                 interviews:read   401  200    .  200    =    =    =    =    =    =
GET    /api/v1/debriefs/{id}/@hiring                     interviews:read   401  404    .  200    =    =    =    =    =    .
POST   /api/v1/debriefs/{id}/decide/@hiring              interviews:write  401  404    .  409    =  403  403  403  403    .

GET    /api/v1/invitations/                              interviews:read   401  200    .  200    =    =    =    =    =    =
POST   /api/v1/invitations/                              interviews:write  401  400    .  201    .    .    .    .    .    .
GET    /api/v1/invitations/{id}/                         interviews:read   401  404    .  200    .    .    .    .    .    .
DELETE /api/v1/invitations/{id}/                         interviews:write  401  404    .  204    .    .    .    .    .    .
POST   /api/v1/invitations/accept/                       interviews:write  401  200    .  409    .    .    .    .    .  409
GET    /api/v1/interviews/{id}/@mock                     interviews:read   401  404    .  200    .    .    .    .    .    =
PATCH  /api/v1/interviews/{id}/@mock                     interviews:write  401  404    .  200    .    .    .    .    .  403
DELETE /api/v1/interviews/{id}/@alone                    interviews:write  401  404    .  204    .    .    .    .    .  403
POST   /api/v1/interviews/{id}/reschedule/@alone         interviews:write  401  404    .  200    .    .    .    .    .  403
POST   /api/v1/interviews/{id}/cancel/@mock              interviews:write  401  404    .  200    .    .    .    .    .  403
POST   /api/v1/interviews/{id}/no-show/@alone            interviews:write  401  404    .  200    .    .    .    .    .  403
POST   /api/v1/interviews/{id}/start/@alone              interviews:write  401  404    .  200    .    .    .    .    .  403
POST   /api/v1/interviews/{id}/finish/@mock              interviews:write  401  404    .  200    .    .    .    .    .  403
POST   /api/v1/interview-items/@mock                     interviews:write  401  400    .  201    .    .    .    .    .  403
GET    /api/v1/interview-items/{id}/@mock                interviews:read   401  404    .  200    .    .    .    .    .    =
PATCH  /api/v1/interview-items/{id}/@mock                interviews:write  401  404    .  200    .    .    .    .    .  403
POST   /api/v1/scorecards/@mock                          interviews:write  401  400    .  409    .    .    .    .    .  403
GET    /api/v1/scorecards/{id}/@mock                     interviews:read   401  404    .  200    .    .    .    .    .    .
GET    /api/v1/debriefs/{id}/@mock                       interviews:read   401  404    .  200    .    .    .    .    .    =
POST   /api/v1/debriefs/{id}/decide/@mock                interviews:write  401  404    .  409    .    .    .    .    .  403
"""
