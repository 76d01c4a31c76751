// A small package that reads well, and ways to spoil it.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "modules/practices/package.hpp"
#include "platform/files/test/pictures.hpp"

namespace ryadom::practices::test {

inline constexpr std::string_view example_document = R"(schema: 1
code: "org.example.walks"
version: "1.0.0"
title:
  ru: "Прогулки"
summary:
  ru: "Выходим вместе."
body:
  ru: |-
    Первый абзац.

    Второй абзац с "кавычками".
origin:
  centre:
    ru: "Центр"
  authors:
    - id: "author"
      name:
        ru: "Автор"
  contact:
    email: "a@example.org"
licence: "CC-BY-4.0"
audience:
  groups:
    - "older_people"
  age:
    from: 60
    to: 120
  care_forms:
    - "home"
legal_basis:
  - id: "law"
    title:
      ru: "Закон"
    region: "RU"
    valid_from: "2015-01-01"
    checked: "verified"
components:
  core:
    - id: "together"
      title:
        ru: "Вместе"
      text:
        ru: "Никто не идёт один."
  adaptable:
    - id: "route"
      title:
        ru: "Маршрут"
      text:
        ru: "Любой."
      covers:
        - "services/walk/norm_minutes"
services:
  - id: "walk"
    code: "communicative.walks-walk"
    kind: "communicative"
    title:
      ru: "Прогулка"
    unit: "service"
    norm_minutes: 60
    channels:
      - "centre"
    delivered_by:
      - "guide"
    forms:
      - "mood"
procedure:
  preparation:
    - id: "call"
      text:
        ru: "Позвонить."
      role: "guide"
  performance:
    - id: "go"
      text:
        ru: "Идти."
      role: "guide"
      service: "walk"
      form: "mood"
  completion:
    - id: "note"
      text:
        ru: "Записать."
      role: "guide"
      template: "leaflet"
needs:
  staff:
    - id: "guide"
      position:
        ru: "Специалист"
      qualification:
        code: "social_worker"
        title:
          ru: "Социальный работник"
      rate_hundredths: 50
      mandatory: true
  equipment:
    - id: "sticks"
      kind: "nordic_sticks"
      title:
        ru: "Палки"
      count: 10
      price:
        amount_kopecks: 200000
        as_of: "2026-01-01"
      mandatory: false
forms:
  - id: "mood"
    title:
      ru: "Настроение"
    kind: "scale"
    filled_by: "recipient"
    moments:
      - "start"
      - "end"
    fields:
      - id: "joy"
        label:
          ru: "Радость"
        type: "integer"
        min: -5
        max: 5
      - id: "word"
        label:
          ru: "Слово"
        type: "line"
    scores:
      - id: "total"
        title:
          ru: "Итог"
        method: "sum"
        inputs:
          - "joy"
        factor: 0.5
      - id: "band"
        title:
          ru: "Уровень"
        method: "bands"
        inputs:
          - "total"
        rows:
          - id: "low"
            from: -2.5
            to: -0.25
            label:
              ru: "Низкий"
          - id: "high"
            from: 0
            to: 2.5
            label:
              ru: "Высокий"
course:
  title:
    ru: "Школа прогулок"
  lessons:
    - id: "first"
      title:
        ru: "Первое занятие"
      minutes: 30
      service: "walk"
      role: "guide"
      channels:
        - "centre"
      content:
        ru: "lessons/first.md"
  test:
    pass_percent: 80
    questions:
      - id: "q1"
        text:
          ru: "Идти одному?"
        answers:
          - id: "a"
            text:
              ru: "Да"
          - id: "b"
            text:
              ru: "Нет"
            right: true
document_templates:
  - id: "leaflet"
    kind: "leaflet"
    title:
      ru: "Памятка"
    file:
      ru: "leaflet.md"
standard:
  title:
    ru: "Стандарт"
  statements:
    - id: "soon"
      title:
        ru: "Ждать недолго"
      idea:
        ru: "Ожидание обесценивает помощь."
      aspect: "process"
      period: "month"
      kind: "wait"
      rule:
        days: 14
      threshold_percent: 80
rollout:
  steps:
    - id: "decide"
      title:
        ru: "Решить"
    - id: "begin"
      title:
        ru: "Начать"
      after:
        - "decide"
      closes:
        - "guide"
floor:
  measure: "recipients"
  at_least: 5
  period: "month"
  off_season:
    - 1
    - 2
cost:
  start:
    set_by_region: true
  monthly:
    set_by_region: true
  per_recipient:
    set_by_region: true
depends:
  - id: "school"
    code: "org.example.school"
    versions: ">=1.0.0 <2.0.0"
    mandatory: false
)";

inline PackageFiles example_files() {
    return {{"practice.yaml", std::string(example_document)},
            {"leaflet.md", "# Памятка\n\n{{recipient_name}}\n\n![Маршрут](pictures/map.png)\n"},
            {"lessons/first.md", "# Первое занятие\n"},
            {"pictures/map.png", files::tiny_png()}};
}

/// The document with the first occurrence of a piece replaced.
inline std::string with(std::string_view piece, std::string_view other,
                        std::string document = std::string(example_document)) {
    const auto at = document.find(piece);
    EXPECT_NE(at, std::string::npos) << piece;
    if (at != std::string::npos) document.replace(at, piece.size(), other);
    return document;
}

inline PackageFiles files_with(std::string document) {
    auto files = example_files();
    files["practice.yaml"] = std::move(document);
    return files;
}

inline std::string shown(const std::vector<Problem>& problems) {
    std::string out;
    for (const auto& each : problems) {
        out += each.file + ":" + std::to_string(each.line) + " " + each.pointer + " " + each.code;
        for (const auto& [name, value] : each.arguments) out += " " + name + "=" + value;
        out += "\n";
    }
    return out;
}

}  // namespace ryadom::practices::test
