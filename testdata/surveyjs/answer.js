// Loads a survey into SurveyJS, answers it as so many people, and prints what
// SurveyJS returns for each of them: node answer.js survey.json
const fs = require("fs");
const { Model } = require("survey-core");

const json = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
for (let person = 0; person < 3; person++) {
  const survey = new Model(json);
  if (survey.jsonErrors && survey.jsonErrors.length > 0) {
    throw new Error(JSON.stringify(survey.jsonErrors));
  }
  survey.setValue("id", "r" + person);
  survey.getAllQuestions().forEach((question, i) => {
    if (question.getType() === "matrix") {
      const columns = question.columns.map((c) => c.value);
      question.value = { best: columns[(i + person) % columns.length], worst: columns[(i + person + 1) % columns.length] };
      if (question.hasErrors()) throw new Error(question.name + ": best and worst differ");
      const twice = { ...question.value, worst: question.value.best };
      const kept = question.value;
      question.value = twice;
      if (!question.hasErrors()) throw new Error(question.name + ": one option is best and worst");
      question.value = kept;
    } else {
      question.value = question.choices[person % question.choices.length].value;
    }
  });
  if (!survey.doComplete()) throw new Error("the survey does not complete");
  console.log(JSON.stringify(survey.data));
}
