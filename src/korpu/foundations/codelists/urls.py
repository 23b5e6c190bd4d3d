from django.urls import path

from korpu.foundations.codelists import views

app_name = "codelists"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:name>/", views.show, name="list"),
]
