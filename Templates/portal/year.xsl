<?xml version="1.0" encoding="UTF-8"?>
<!-- A member's year in full: the decision with its reasons, every occasion, and what to do about either. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/forms.xsl"/>
  <xsl:import href="parts/year.xsl"/>
  <xsl:template name="title"><xsl:value-of select="f:message('member.year', 'year', string(/page/year/@year))"/></xsl:template>

  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <xsl:apply-templates select="year" mode="full"/>
  </xsl:template>

  <xsl:template match="year" mode="full">
    <p><xsl:apply-templates select="." mode="state"/></p>
    <p class="lead"><xsl:apply-templates select="." mode="lead"/></p>
    <xsl:apply-templates select="." mode="figures"/>
    <xsl:apply-templates select="." mode="strip"/>
    <xsl:if test="proposal | answer | self::year[@status = 'kommunicerad']">
      <section class="card">
        <h2><xsl:value-of select="f:message('year.answer-heading')"/></h2>
        <xsl:for-each select="proposal">
          <p><xsl:value-of select="f:message('year.proposal', 'outcome', f:message(concat('verdict.', @verdict)), 'day', f:date(string(@communicated)))"/></p>
        </xsl:for-each>
        <xsl:variable name="until" select="(@answer-by | proposal/@answer-by)[1]"/>
        <xsl:if test="string($until)"><p><xsl:value-of select="f:message('year.answer', 'day', f:date(string($until)))"/></p></xsl:if>
        <xsl:for-each select="answer">
          <p><strong><xsl:value-of select="f:message('year.answered', 'day', f:date(string(@day)))"/></strong></p>
          <blockquote><xsl:value-of select="."/></blockquote>
        </xsl:for-each>
        <xsl:apply-templates select="/page/form"/>
      </section>
    </xsl:if>
    <section>
      <h2><xsl:value-of select="f:message('statement.conditions')"/></h2>
      <div class="card">
        <table class="stack">
          <thead><tr><th scope="col"><xsl:value-of select="f:message('statement.condition')"/></th><th scope="col"><xsl:value-of select="f:message('statement.state')"/></th><th scope="col"><xsl:value-of select="f:message('statement.provision')"/></th></tr></thead>
          <tbody>
            <xsl:for-each select="condition">
              <tr>
                <td><xsl:value-of select="text"/></td>
                <td class="{@state} nowrap"><xsl:value-of select="f:message(concat('statement.', @state))"/></td>
                <td class="small soft"><xsl:value-of select="provision"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </section>
    <section>
      <h2><xsl:value-of select="f:message('year.about')"/></h2>
      <dl class="facts card">
        <xsl:call-template name="fact"><xsl:with-param name="label" select="'year.status'"/><xsl:with-param name="value"><xsl:value-of select="f:message(concat('status.', @status))"/><xsl:if test="@dated">, <xsl:value-of select="f:date(string(@dated))"/></xsl:if></xsl:with-param></xsl:call-template>
        <xsl:if test="@from"><xsl:call-template name="fact"><xsl:with-param name="label" select="'statement.window'"/><xsl:with-param name="value" select="concat(@from, '–', @to)"/></xsl:call-template></xsl:if>
        <xsl:if test="@document"><xsl:call-template name="fact"><xsl:with-param name="label" select="'statement.number'"/><xsl:with-param name="value" select="string(@document)"/></xsl:call-template></xsl:if>
        <xsl:if test="@supersedes"><xsl:call-template name="fact"><xsl:with-param name="label" select="'year.supersedes'"/><xsl:with-param name="value" select="string(@supersedes)"/></xsl:call-template></xsl:if>
        <xsl:if test="@stated-reason"><xsl:call-template name="fact"><xsl:with-param name="label" select="'year.stated-reason'"/><xsl:with-param name="value" select="string(@stated-reason)"/></xsl:call-template></xsl:if>
        <xsl:if test="@status = 'beslutad'"><xsl:call-template name="fact"><xsl:with-param name="label" select="'year.how'"/><xsl:with-param name="value"><xsl:choose><xsl:when test="@automated"><xsl:value-of select="f:message('year.automated')"/></xsl:when><xsl:otherwise><xsl:value-of select="f:message('year.by-officer')"/></xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template></xsl:if>
        <xsl:if test="@appeal-by"><xsl:call-template name="fact"><xsl:with-param name="label" select="'year.appeal'"/><xsl:with-param name="value" select="f:message('year.appeal-by', 'day', f:date(string(@appeal-by)))"/></xsl:call-template></xsl:if>
        <xsl:call-template name="fact"><xsl:with-param name="label" select="'statement.rules'"/><xsl:with-param name="value" select="string(@rules)"/></xsl:call-template>
      </dl>
    </section>
    <section>
      <h2><xsl:value-of select="f:message('year.occasions')"/></h2>
      <p><xsl:value-of select="f:message(concat('year.occasions-text', substring('-locked', 1, 7 * boolean(@locked))))"/></p>
      <div class="card">
        <table class="stack">
          <thead><tr><th scope="col"><xsl:value-of select="f:message('year.day')"/></th><th scope="col"><xsl:value-of select="f:message('year.kind')"/></th><th scope="col"><xsl:value-of select="f:message('year.counts-as')"/></th><th scope="col" class="way"><xsl:value-of select="f:message('year.wrong')"/></th></tr></thead>
          <tbody>
            <xsl:for-each select="occasion">
              <tr>
                <th scope="row"><xsl:call-template name="day"><xsl:with-param name="day" select="@day"/></xsl:call-template><xsl:text> </xsl:text><span class="soft"><xsl:value-of select="@time"/></span></th>
                <td><xsl:value-of select="@kind"/><xsl:text>, </xsl:text><span class="nowrap"><xsl:value-of select="@ring"/></span></td>
                <td>
                  <xsl:attribute name="class"><xsl:choose><xsl:when test="@treatment = 'attended'">holds</xsl:when><xsl:when test="@treatment = 'missed' or @treatment = 'unattested'">fails</xsl:when><xsl:when test="@treatment = 'upcoming'">waits</xsl:when></xsl:choose></xsl:attribute>
                  <xsl:value-of select="@says"/>
                </td>
                <td class="way"><xsl:if test="@reported"><span class="soft"><xsl:value-of select="f:message('year.reported', 'day', string(@reported))"/></span><br/></xsl:if><xsl:if test="@treatment != 'upcoming'"><a href="/mina-sidor/narvaro/{@id}" aria-label="{f:message('year.report-label', 'day', string(@day))}"><xsl:value-of select="f:message('year.report')"/></a></xsl:if></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </section>
  </xsl:template>
</xsl:stylesheet>
